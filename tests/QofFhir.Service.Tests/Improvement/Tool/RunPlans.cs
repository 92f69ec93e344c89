namespace QofFhir.Service.Tests.Improvement.Tool;

/// <summary>A service that has run the sample practice for the year that pays for prescribing safety, and a folder for the tool.</summary>
public sealed class RunPlans : SampleRun
{
    private protected override string[] Settings => [PlanService.Framework];

    /// <summary>Runs <c>qof qi</c> with the service's key, from a file.</summary>
    internal QofRan Qi(string line, params string[] more)
    {
        var key = Write("key", Service.Key + "\n");
        return QofRan.Of([
            "qi", .. line.Split(' '), .. more, "--server", Service.Http.BaseAddress!.ToString(), "--bearer-file", key]);
    }

    /// <summary>The same about a plan.</summary>
    internal QofRan Plan(string line, params string[] more) => PlanOf("prescribing-safety", line, more);

    internal QofRan PlanOf(string module, string line, params string[] more) =>
        Qi(line, [.. more, "--practice", TestService.Ods, "--module", module]);

    internal string Write(string name, string text)
    {
        var path = Path.Combine(Service.Folder, name);
        File.WriteAllText(path, text);
        return path;
    }
}
