using System.Globalization;
using System.Text.Json.Nodes;
using QofFhir.Core.Evaluation;
using QofFhir.Core.Rules;
using QofFhir.Definitions.Publishing;

namespace QofFhir.Tests.Publishing;

/// <summary>Seeded patients as FHIR: entries of the clusters that one indicator reads, on days near its edges, written in every way that a reader must know.</summary>
internal sealed class RandomPatients
{
    private static readonly int[] Months = [0, 1, 3, 6, 9, 12, 15, 24, 42, 60];
    private static readonly int[] Steps = [0, 0, 1, 6, 7, 8, 9, 10, 11, 30, 56, 57, 93, 94, 186, 187];
    private readonly Random _random;
    private readonly EvaluationPlan _plan;
    private readonly ServiceDates _dates;
    private readonly RandomEntries _entries;
    private readonly List<JsonObject> _resources = [];

    public RandomPatients(EvaluationPlan plan, ServiceDates dates, int seed, int count)
    {
        (_plan, _dates, _random) = (plan, dates, new Random(seed));
        _entries = new RandomEntries(_random, _resources, plan);
        var rules = plan.Indicators.Where(i => i is not IndicatorRule.Attestation).ToArray();
        for (var i = 0; i < count; i++)
        {
            Patient($"p{i:0000}", rules[i % rules.Length]);
        }
    }

    public string Ndjson => string.Concat(_resources.Select(r => WithoutNulls(r).ToJsonString() + "\n"));

    private void Patient(string id, IndicatorRule rule)
    {
        var patient = new JsonObject { ["resourceType"] = "Patient", ["id"] = id, ["birthDate"] = Born() };
        _resources.Add(patient);
        if (_random.Next(5) > 0)
        {
            patient["gender"] = _entries.One("male", "female", "female", "other");
        }

        if (_random.Next(25) == 0)
        {
            patient["deceasedDateTime"] = _entries.Moment(Near(_dates.AchievementDate));
        }
        else if (_random.Next(50) == 0)
        {
            patient["deceasedBoolean"] = _random.Next(2) == 0;
        }

        Registration(id, patient);
        var last = Near(_dates.PaymentPeriodStart);
        var busy = _random.Next(3) == 0 ? 1 : 0;
        foreach (var name in IndicatorDefinition.Of(_plan, rule).ValueSets)
        {
            for (var n = busy + _entries.One(0, 1, 1, 1, 2, 3); n > 0; n--)
            {
                last = Day(last);
                _entries.Add(id, _plan.Clusters.Single(c => c.Name == name), last);
            }
        }
    }

    private string Born()
    {
        var born = _dates.AchievementDate.AddYears(-_entries.One(1, 5, 6, 12, 17, 18, 25, 26, 45, 50, 65, 80)).AddDays(_random.Next(-2, 3));
        return _random.Next(12) switch
        {
            0 => "1964-02-29",
            1 => Iso(born)[..7],
            2 => Iso(born)[..4],
            3 => Iso(_dates.AchievementDate.AddMonths(-_random.Next(4, 16))),
            _ => Iso(born),
        };
    }

    private void Registration(string id, JsonObject patient)
    {
        JsonObject Period(DateOnly from, DateOnly? until)
        {
            var period = new JsonObject { ["start"] = _entries.Moment(from) };
            if (until is { } end)
            {
                period["end"] = _entries.Moment(end);
            }

            return period;
        }

        var from = _random.Next(3) == 0 ? Near(_dates.PaymentPeriodEnd.AddMonths(-_entries.One(Months))) : new DateOnly(2001, 5, 6);
        DateOnly? until = _random.Next(8) == 0 ? Near(_dates.AchievementDate) : null;
        if (_random.Next(6) == 0)
        {
            patient["generalPractitioner"] = new JsonArray(new JsonObject { ["identifier"] = new JsonObject { ["value"] = "A81001", ["period"] = Period(from, until) } });
        }

        if (_random.Next(8) == 0)
        {
            var member = new JsonObject { ["entity"] = new JsonObject { ["reference"] = "Patient/" + id }, ["period"] = Period(from, until) };
            _resources.Add(new JsonObject { ["resourceType"] = "Group", ["id"] = "g" + id, ["type"] = "person", ["actual"] = true, ["member"] = new JsonArray(member) });
            return;
        }

        for (var n = _random.Next(8) == 0 ? 2 : 1; n > 0; n--)
        {
            _resources.Add(new JsonObject
            {
                ["resourceType"] = "EpisodeOfCare",
                ["id"] = $"e{n}{id}",
                ["status"] = until is not null || _random.Next(30) == 0 ? "finished" : _entries.One("active", "active", "active", "active", "planned", "entered-in-error"),
                ["type"] = _random.Next(15) == 0 ? new JsonArray(new JsonObject { ["text"] = "Temporary resident" }) : null,
                ["patient"] = new JsonObject { ["reference"] = "Patient/" + id },
                ["period"] = Period(from, until),
            });
            (from, until) = (new DateOnly(1999, 1, 2), null);
        }
    }

    private DateOnly Day(DateOnly last) => _random.Next(6) switch
    {
        0 => last,
        1 => last.AddDays(_entries.One(Steps)),
        2 => Near(_dates.PaymentPeriodStart),
        3 => _dates.PaymentPeriodEnd.AddDays(-_random.Next(900)),
        4 => new DateOnly(_entries.One(2003, 2010, 2023, 2024, 2025), _random.Next(1, 13), _random.Next(1, 29)),
        _ => Near(_dates.PaymentPeriodEnd.AddMonths(-_entries.One(Months))),
    };

    private DateOnly Near(DateOnly day) => day.AddDays(_random.Next(-1, 2));

    private static JsonObject WithoutNulls(JsonObject resource)
    {
        foreach (var name in resource.Where(p => p.Value is null).Select(p => p.Key).ToArray())
        {
            resource.Remove(name);
        }

        return resource;
    }

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
