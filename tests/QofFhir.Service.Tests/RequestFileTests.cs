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
        foreach (var alike in files.GroupBy(f => (Framework: Said(f, "framework") ?? "qof-england-2026-27", Role: Said(f, "role"))))
        {
            var (framework, role) = alike.Key;
            await using var service = await TestService.Start(null, ["QofFhir:Framework=" + framework, .. role is null ? Array.Empty<string>() : ["QofFhir:Roles:0=" + role]]);
            var run = role is null ? (string)(await service.Json("/runs"))["runs"]![0]!["id"]! : "";
            if (role is null)
            {
                await service.Ended(run);
            }

            foreach (var request in alike.Order(StringComparer.Ordinal).SelectMany(Requests))
            {
                using var message = Message(request, service, run, framework);
                using var answer = await service.Http.SendAsync(message);
                Assert.True((int)answer.StatusCode == request.Expected, $"{request.Lines[0]}: {(int)answer.StatusCode}, expected {request.Expected}");
            }
        }
    }

    /// <summary>A file may say which framework its service evaluates, and in which role it runs.</summary>
    private static string? Said(string file, string name) =>
        File.ReadLines(file).FirstOrDefault(l => l.StartsWith($"@{name} = ", StringComparison.Ordinal))?[$"@{name} = ".Length..].Trim();

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
        foreach (var part in File.ReadAllText(file).ReplaceLineEndings("\n").Split("###").Skip(1))
        {
            var lines = part.Split('\n').Skip(1).ToArray();
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
