namespace QofFhir.Tests.Extraction.Cache;

/// <summary>Whatever happens to a practice, records that were brought up to date are those of an extraction of everything.</summary>
public sealed class IncrementalTests : IDisposable
{
    private readonly CacheSetting _run = new();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(8)]
    public async Task Changes_by_Bulk_Data_give_the_records_of_everything(int seed)
    {
        await using var practice = await ChangingPractice.Start(seed);
        var (chance, changes) = (new Random(seed), 0);
        (await _run.Run(practice.Server)).Dispose();
        for (var step = 0; step < 40; step++)
        {
            for (var happen = chance.Next(6); happen > 0; happen--)
            {
                practice.Happen(deletions: true);
            }

            using var updated = await _run.Run(practice.Server);
            using var whole = await _run.Run(practice.Server, full: true, Path.Combine(_run.Folder, "whole"));
            changes += updated.Full ? 0 : 1;
            Assert.Empty(updated.Missing);
            Assert.Equal(CacheSetting.Lines(whole.Records), CacheSetting.Lines(updated.Records));
            Assert.Equal(whole.Records.Contents.Counts, updated.Records.Contents.Counts);
            var outcomes = await _run.OutcomesOfAll(practice.Server);
            Assert.NotEmpty(outcomes);
            Assert.Equal(outcomes, CacheSetting.Outcomes(updated.Records.Inputs));
        }

        Assert.True(changes > 30, $"only {changes} of 40 runs were of changes alone");
    }

    [Theory]
    [InlineData(4)]
    [InlineData(5)]
    public async Task Changes_while_an_extraction_runs_come_with_it_or_with_the_next(int seed)
    {
        await using var practice = await ChangingPractice.Start(seed);
        var chance = new Random(seed);
        (await _run.Run(practice.Server)).Dispose();
        for (var step = 0; step < 30; step++)
        {
            // At one request or another of the run, once; what is told of it is a mixture of before and after.
            var left = chance.Next(15);
            _run.BeforeRequest = _ =>
            {
                if (Interlocked.Decrement(ref left) == 0)
                {
                    practice.Happen(deletions: true);
                }
            };
            (await _run.Run(practice.Server)).Dispose();
            _run.BeforeRequest = _ => { };

            using var updated = await _run.Run(practice.Server);
            using var whole = await _run.Run(practice.Server, full: true, Path.Combine(_run.Folder, "whole"));
            Assert.Equal(CacheSetting.Lines(whole.Records), CacheSetting.Lines(updated.Records));
        }
    }

    /// <summary>Without deletions of single records, which no search tells. Medicines and issues may be more: an issue is asked for by the medicines that are known, and those that changed need not be wanted.</summary>
    [Theory]
    [InlineData(6)]
    [InlineData(7)]
    public async Task Changes_by_search_give_the_records_of_everything(int seed)
    {
        _run.Mode = QofFhir.Extraction.ExtractionMode.Search;
        await using var practice = await ChangingPractice.Start(seed);
        var (chance, changes) = (new Random(seed), 0);
        (await _run.Run(practice.Server)).Dispose();
        for (var step = 0; step < 40; step++)
        {
            for (var happen = chance.Next(6); happen > 0; happen--)
            {
                practice.Happen(deletions: false);
            }

            using var updated = await _run.Run(practice.Server);
            using var whole = await _run.Run(practice.Server, full: true, Path.Combine(_run.Folder, "whole"));
            changes += updated.Full ? 0 : 1;
            Assert.Equal(CacheSetting.Lines(whole.Records, IsNoMedicine), CacheSetting.Lines(updated.Records, IsNoMedicine));
            Assert.Subset(CacheSetting.Lines(updated.Records).ToHashSet(), CacheSetting.Lines(whole.Records).ToHashSet());
            Assert.Equal(await _run.OutcomesOfAll(practice.Server), CacheSetting.Outcomes(updated.Records.Inputs));
        }

        Assert.Equal(40, changes);

        static bool IsNoMedicine(string type) => !type.StartsWith("Medication", StringComparison.Ordinal);
    }

    public void Dispose() => _run.Dispose();
}
