namespace QofFhir.Cli.Endpoints;

/// <summary>What nobody else may know. It stands in a variable or a file: a command line is there for all to read.</summary>
internal static class Secret
{
    /// <exception cref="StopException">The variable is not set.</exception>
    public static string OfVariable(string name) => Environment.GetEnvironmentVariable(name)?.Trim() is { Length: > 0 } text
        ? text
        : throw new StopException(ExitCode.Usage, $"the environment variable {name} is not set, or is empty");

    /// <exception cref="StopException">It cannot be a token.</exception>
    public static string Token(string text, string from) => text.Length > 0 && text.All(c => c is > ' ' and < (char)127)
        ? text
        : throw new StopException(ExitCode.Usage, $"{from} holds no token, or signs that no token has");

    /// <exception cref="StopException">Others could read along.</exception>
    public static void MayTravelTo(Uri address)
    {
        if (address.Scheme != Uri.UriSchemeHttps && !address.IsLoopback)
        {
            throw new StopException(ExitCode.Usage, "a token needs an address that begins with https://, or it would travel in the open");
        }
    }
}
