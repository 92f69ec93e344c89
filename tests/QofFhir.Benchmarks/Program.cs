using QofFhir.Benchmarks;

// `many [PRACTICES]`: that many extractions at once. `export [MB] [MB/S]`: one large one, free and throttled.
// `cluster SERVICE.DLL [PRACTICES] [WORKERS] [MILLISECONDS]`: workers on the PostgreSQL of the variable QOFFHIR_STORE.
// `rollup SERVICE.DLL [PRACTICES] [INDICATORS]`: an aggregator's roll-ups and the payer's run on the PostgreSQL of the same variable, which must be new.
// `collect SERVICE.DLL [PRACTICES] [CLIENTS]`: practices that submit, each in a transaction, on the same; `collect-singly` a report a request.
// `hooks SERVICE.DLL [A SECOND] [SECONDS]`: calls for prompts at a steady rate.
// `serve FOLDER` is the other half of them all, the system that they ask.
switch (args)
{
    case ["serve", var folder]:
        await ServerProcess.Serve(folder);
        break;
    case ["many", ..]:
        await ManyExtractions.Run(Number(1, 500));
        break;
    case ["export", ..]:
        await ExportThroughput.Run(Number(1, 1000), Number(2, 100));
        break;
    case ["cluster", var service, ..]:
        await ClusterRuns.Run(service, Number(2, 300), Number(3, 3), Number(4, 500));
        break;
    case ["rollup", var service, ..]:
        await RollupSpeed.Run(service, Number(2, 6200), Number(3, 43));
        break;
    case ["collect", var service, ..]:
        await CollectRuns.Run(service, Number(2, 6200), Number(3, 8), singly: false);
        break;
    case ["collect-singly", var service, ..]:
        await CollectRuns.Run(service, Number(2, 300), Number(3, 32), singly: true);
        break;
    case ["hooks", var service, ..]:
        await HookRuns.Run(service, Number(2, 100), Number(3, 60));
        break;
    default:
        BenchmarkDotNet.Running.BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
        break;
}

int Number(int place, int otherwise) => args.Length > place ? int.Parse(args[place], System.Globalization.CultureInfo.InvariantCulture) : otherwise;
