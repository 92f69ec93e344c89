using QofFhir.Core.Achievement;
using QofFhir.Core.Cards;
using QofFhir.Core.Rules;
using QofFhir.Service.Access;
using QofFhir.Service.Practices;

namespace QofFhir.Service.Cds.Switches;

/// <summary><c>/prompts/switches</c>: a prompt that does harm is switched off at once, and every card says so in its place.</summary>
internal static class SwitchEndpoints
{
    private const int LongestReason = 200;
    private static readonly string[] Kinds = ["outstanding", "due-later", .. Enum.GetValues<AdjustmentReason>().Select(AdjustmentReasons.NameOf)];

    public static void MapSwitches(this IEndpointRouteBuilder app)
    {
        var switches = app.MapGroup("/prompts/switches").RequireAuthorization(Policies.PatientLevel);
        switches.MapGet("", (SwitchStore store) => Results.Json(new { off = store.All }));
        switches.MapPut("", (SwitchRequest? request, HttpContext context, SwitchStore store, RuleBook rules, ILogger<SwitchStore> log) => Turn(request, context, store, rules, log));
        switches.MapDelete("", (string? name, SwitchStore store, ILogger<SwitchStore> log) => Back(name, store, log));
    }

    private static IResult Turn(SwitchRequest? request, HttpContext context, SwitchStore store, RuleBook rules, ILogger log)
    {
        if (rules.Loaded is not { } loaded)
        {
            return Refusals.NotReady;
        }

        if (request?.Name is not { } name || !IsPrompt(name, loaded.Framework))
        {
            return Results.Problem($"name: an indicator of {loaded.Framework.Id}, or one thing that it says ({string.Join(", ", Kinds.Select(k => "ID/" + k))}), or {PromptName.All} was expected.", statusCode: StatusCodes.Status400BadRequest);
        }

        if (request.Reason?.Trim() is not { Length: > 0 and <= LongestReason } reason)
        {
            return Results.Problem($"reason: why it is switched off was expected, in at most {LongestReason} signs; cards show it.", statusCode: StatusCodes.Status400BadRequest);
        }

        store.Turn(name, reason, Readers.Client(context.User) ?? "key");
        log.LogWarning("The prompt {Name} was switched off", name);
        return Results.NoContent();
    }

    private static IResult Back(string? name, SwitchStore store, ILogger log)
    {
        if (name is null || !store.Back(name))
        {
            return Results.Problem("No prompt of this name is switched off.", statusCode: StatusCodes.Status404NotFound);
        }

        log.LogWarning("The prompt {Name} was switched on again", name);
        return Results.NoContent();
    }

    private static bool IsPrompt(string name, Framework framework)
    {
        var parts = name.Split('/');
        return name == PromptName.All
            || (parts.Length <= 2 && framework.Indicators.Any(i => i.Id == parts[0]) && (parts.Length == 1 || Kinds.Contains(parts[1])));
    }
}
