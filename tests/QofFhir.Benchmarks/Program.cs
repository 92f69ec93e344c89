using QofFhir.Benchmarks;

// `many [PRACTICES]`: that many extractions at once; `serve FOLDER` is its other half, the system that they ask.
switch (args)
{
    case ["serve", var folder]:
        await ManyExtractions.Serve(folder);
        break;
    case ["many", ..]:
        await ManyExtractions.Run(args.Length > 1 ? int.Parse(args[1], System.Globalization.CultureInfo.InvariantCulture) : 500);
        break;
    default:
        BenchmarkDotNet.Running.BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
        break;
}
