using Microsoft.AspNetCore.Http;
using QofFhir.SampleGp.Server.Faults;
using QofFhir.SampleGp.Server.Practices;
using QofFhir.SampleGp.Server.Search;
using QofFhir.SampleGp.Server.Shelves;
using QofFhir.SampleGp.Server.Smart;

namespace QofFhir.SampleGp.Server.Bulk;

/// <summary><c>$export</c> of everything, of all patients or of a group, by GET or by POST of Parameters.</summary>
internal sealed class KickOffEndpoint(Library library, SampleGpSettings settings, FaultGate gate)
{
    public Task All(HttpContext context) => KickOff(context, ExportLevel.System);

    public Task Patients(HttpContext context) => KickOff(context, ExportLevel.Patient);

    public Task Group(HttpContext context) => KickOff(context, ExportLevel.Group);

    private async Task KickOff(HttpContext context, ExportLevel level)
    {
        var practice = ServedPractice.Of(context);
        var plan = practice.Faults.Plan;
        var byPost = HttpMethods.IsPost(context.Request.Method);
        var refusal = byPost ? plan.RefusePost : settings.Bulk.Version >= 4 ? StatusCodes.Status405MethodNotAllowed : null;
        if (refusal is { } status)
        {
            await Answers.Outcome(context, status, "not-supported", $"A kick-off by {context.Request.Method} is not supported here.");
        }
        else if (plan.OneExportAtOnce && practice.Exports.AnyRuns)
        {
            await gate.Refuse(context, StatusCodes.Status429TooManyRequests, plan);
        }
        else if ((byPost ? await KickOffBody.Read(context) : [.. QueryText.Pairs(context.Request.QueryString.Value ?? "")]) is { } parameters)
        {
            await Begin(context, practice, level, parameters);
        }
        else
        {
            await Answers.Outcome(context, StatusCodes.Status400BadRequest, "structure", "The body of a kick-off is a Parameters resource.");
        }
    }

    private async Task Begin(HttpContext context, ServedPractice practice, ExportLevel level, IReadOnlyList<KeyValuePair<string, string>> parameters)
    {
        var plan = practice.Faults.Plan;
        var group = (string?)context.Request.RouteValues["id"];
        var (holdings, at) = library.Snapshot();
        var reader = new ExportReader(level, group, HttpMethods.IsPost(context.Request.Method), library, settings, plan);
        var request = reader.Read(parameters);
        List<string> errors = [.. reader.Errors, .. Prefers(context, "handling=lenient") ? [] : reader.Unknown];
        if (!Prefers(context, "respond-async"))
        {
            errors.Add("An export needs 'Prefer: respond-async'.");
        }

        var members = group is null ? GroupMembers.Everyone : GroupMembers.Find(library, holdings, group);
        if (members is null)
        {
            await Answers.Outcome(context, StatusCodes.Status404NotFound, "not-found", "There is no such group.");
        }
        else if (errors.Count > 0)
        {
            await Answers.Outcome(context, StatusCodes.Status400BadRequest, "not-supported", errors);
        }
        else if (request.Types.FirstOrDefault(t => !Grant.Covers(context, t)) is { } uncovered)
        {
            await Grant.Refuse(context, uncovered);
        }
        else
        {
            var selection = new ExportSelection(request, holdings, members, settings.Bulk.ResourcesPerFile, plan, t => Grant.Covers(context, t));
            var url = Answers.BaseUrl(context) + context.Request.Path.Value!["/fhir".Length..] + context.Request.QueryString;
            var job = practice.Exports.Begin(n => new ExportJob(n, url, request, at, plan, selection.Files(plan.LaterExportsEmpty && n > 1)));
            context.Response.StatusCode = StatusCodes.Status202Accepted;
            context.Response.Headers.ContentLocation = StatusEndpoint.Url(Answers.BaseUrl(context), job);
        }
    }

    private static bool Prefers(HttpContext context, string what) =>
        context.Request.Headers["Prefer"].Any(p => p is not null && p.Contains(what, StringComparison.Ordinal));
}
