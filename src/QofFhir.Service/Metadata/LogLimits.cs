using Microsoft.Extensions.Configuration.Json;
using Microsoft.Extensions.FileProviders;

namespace QofFhir.Service.Metadata;

/// <summary>What may stand in the log, wherever the service is started from and whatever its configuration asks for.</summary>
internal static class LogLimits
{
    private const string Web = "Microsoft.AspNetCore";

    public static void Add(WebApplicationBuilder builder)
    {
        // Started from another folder the service would not find the settings that came with it.
        builder.Configuration.Sources.Insert(0, new JsonConfigurationSource
        {
            Path = "appsettings.json",
            Optional = true,
            FileProvider = new PhysicalFileProvider(AppContext.BaseDirectory),
        });
        builder.Services.PostConfigure<LoggerFilterOptions>(WarningsOfTheWebOnly);

        // It tells faults of the start with their stack; Program tells them in a sentence.
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None);
    }

    /// <summary>Below a warning the web server writes down the addresses of requests, and those name patients.</summary>
    private static void WarningsOfTheWebOnly(LoggerFilterOptions options)
    {
        foreach (var provider in options.Rules.Select(r => r.ProviderName).Append(null).Distinct().ToArray())
        {
            options.Rules.Insert(0, new LoggerFilterRule(provider, Web, LogLevel.Warning, null));
        }

        for (var i = 0; i < options.Rules.Count; i++)
        {
            var rule = options.Rules[i];
            if (rule.CategoryName is { } name && (name.StartsWith(Web, StringComparison.OrdinalIgnoreCase) || name.Contains('*', StringComparison.Ordinal))
                && !(rule.LogLevel >= LogLevel.Warning))
            {
                options.Rules[i] = new LoggerFilterRule(rule.ProviderName, name, LogLevel.Warning, null);
            }
        }
    }
}
