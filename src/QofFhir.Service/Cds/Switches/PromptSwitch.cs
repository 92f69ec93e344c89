namespace QofFhir.Service.Cds.Switches;

/// <summary>A prompt that is switched off.</summary>
/// <param name="Name">An indicator, one thing that it says, or <c>*</c>: <c>DM020</c>, <c>DM020/unsuitable</c>.</param>
/// <param name="Reason">Shown in the place of the prompt.</param>
internal sealed record PromptSwitch(string Name, string Reason, string By, string Since);
