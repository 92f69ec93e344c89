using System.Net.Http.Headers;
using System.Text;

namespace QofFhir.Service.Tests;

/// <summary>Sends every request of docs/requests to a running service.</summary>
public sealed class RequestFileTests
{
    [Fact]
    public async Task Every_documented_request_gets_the_answer_that_its_comment_promises()
    {
        var files = Directory.GetFiles(Path.Combine(Root(), "docs", "requests"), "*.http");
        Assert.NotEmpty(files);
        foreach (var kind in files.GroupBy(f => (Framework: Framework(f), Aggregator: IsAggregator(f))))
        {
            await using var service = kind.Key.Aggregator
                ? await TestService.Start(null, "QofFhir:Framework=" + kind.Key.Framework, "QofFhir:Roles:0=aggregator")
                : await TestService.Start(null, "QofFhir:Framework=" + kind.Key.Framework);
            var run = "";
            if (!kind.Key.Aggregator)
            {
                run = (string)(await service.Json("/runs"))["runs"]![0]!["id"]!;
                await service.Ended(run);
            }

            foreach (var request in kind.SelectMany(Requests))
            {
                using var message = Message(request, service, run, kind.Key.Framework);
                using var answer = await service.Http.SendAsync(message);
                Assert.True((int)answer.StatusCode == request.Expected, $"{request.Lines[0]}: {(int)answer.StatusCode}, expected {request.Expected}");
            }
        }
    }

    /// <summary>A file may say which framework its service evaluates.</summary>
    private static string Framework(string file) =>
        File.ReadLines(file).FirstOrDefault(l => l.StartsWith("@framework = ", StringComparison.Ordinal))?["@framework = ".Length..].Trim() ?? "qof-england-2026-27";

    /// <summary>Or that it is for an aggregator.</summary>
    private static bool IsAggregator(string file) => File.ReadLines(file).Contains("@role = aggregator");

    private static HttpRequestMessage Message(Request request, TestService service, string run, string framework)
    {
        var lines = request.Lines.Select(l => l
            .Replace("{{host}}", "", StringComparison.Ordinal)
            .Replace("{{key}}", service.Key, StringComparison.Ordinal)
            .Replace("{{framework}}", framework, StringComparison.Ordinal)
            .Replace("{{run}}", run, StringComparison.Ordinal)).ToArray();
        var first = lines[0].Split(' ', 2);
        var headers = lines.Skip(1).TakeWhile(l => l.Length > 0).Select(l => l.Split(": ", 2)).ToDictionary(h => h[0], h => h[1]);
        var message = new HttpRequestMessage(new HttpMethod(first[0]), first[1]);
        var body = string.Join('\n', lines.SkipWhile(l => l.Length > 0).Skip(1)).Trim();
        if (body.Length > 0)
        {
            message.Content = new StringContent(body, Encoding.UTF8, MediaTypeHeaderValue.Parse(headers["Content-Type"]));
        }

        foreach (var (name, value) in headers.Where(h => h.Key != "Content-Type"))
        {
            message.Headers.TryAddWithoutValidation(name, value);
        }

        return message;
    }

    private static IEnumerable<Request> Requests(string file)
    {
        var parts = File.ReadAllText(file).ReplaceLineEndings("\n").Split("###");
        var plan = parts[0].Split('\n').FirstOrDefault(l => l.StartsWith("@plan = ", StringComparison.Ordinal))?["@plan = ".Length..] ?? "";
        foreach (var part in parts.Skip(1))
        {
            var lines = part.Replace("{{plan}}", plan, StringComparison.Ordinal).Split('\n').Skip(1).ToArray();
            var expected = lines.Single(l => l.StartsWith("# expects ", StringComparison.Ordinal))["# expects ".Length..];
            yield return new Request(
                [.. lines.SkipWhile(l => l.Length == 0 || l[0] == '#')], int.Parse(expected, System.Globalization.CultureInfo.InvariantCulture));
        }
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "QofFhir.sln")))
        {
            folder = folder.Parent;
        }

        return folder.FullName;
    }

    private sealed record Request(string[] Lines, int Expected);
}
