using System.Data.Common;
using QofFhir.Extraction;
using QofFhir.Service.Attestations;
using QofFhir.Service.Audit;
using QofFhir.Service.Cds.Drawn;
using QofFhir.Service.Cds.Feedbacks;
using QofFhir.Service.Cds.Snoozes;
using QofFhir.Service.Cds.Switches;
using QofFhir.Service.Collection;
using QofFhir.Service.Consents;
using QofFhir.Service.Improvement;
using QofFhir.Service.Organisations;
using QofFhir.Service.Payments;
using QofFhir.Service.Practices;
using QofFhir.Service.Recall;
using QofFhir.Service.Releases;
using QofFhir.Service.Reports;
using QofFhir.Service.Runs;
using QofFhir.Service.Workers;

namespace QofFhir.Service.Storage;

/// <summary>The databases of this process: the shared one, which never holds a patient, and the practice tier's own.</summary>
internal sealed class SharedDatabase(IDatabase database)
{
    /// <summary>How long work waits for PostgreSQL before it fails.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    /// <summary>The shared database, version by version.</summary>
    internal static readonly string[] Forms = [RunStore.Schema + ReportTable.Schema + AttestationStore.Schema, RunStore.Fences, RunStore.AtWork + ClusterStore.Schema, CollectedTable.Schema + OrganisationTable.Schema + ConsentStore.Schema + AuditTable.Schema + ReleaseStore.Schema, SwitchStore.Schema, PlanStore.Schema + LocalModuleStore.Schema, PaymentTable.Schema];

    /// <exception cref="IOException">It was made by a later version.</exception>
    public static IDatabase Shared(ServicePlan plan, TimeProvider clock)
    {
        // One that is there may be a mount that is not ours to change, or hold more than our files; these are closed one by one.
        if (!Directory.Exists(plan.DataFolder))
        {
            PrivateFolder.Create(plan.DataFolder);
        }

        return plan.Postgres is { } connection
            ? PostgresDatabase.At(connection, Forms, Patience, clock)
            : InFile(plan.DataFolder);
    }

    public static IDatabase InFile(string folder) => SqliteDatabase.At(Path.Combine(folder, "qoffhir.db"), Forms);

    public static IDatabase PracticeTier(string folder) =>
        SqliteDatabase.At(Path.Combine(PrivateFolder.Create(Path.Combine(folder, "patients")), "patients.db"), [ReportTable.Schema]);

    /// <summary>Of the practice tier too, and apart: it stays when reports are deleted.</summary>
    public static IDatabase Prompts(string folder) =>
        SqliteDatabase.At(Path.Combine(PrivateFolder.Create(Path.Combine(folder, "patients")), "prompts.db"), [FeedbackStore.Schema + SnoozeStore.Schema + DrawnCards.Schema, DrawnCards.ByAge]);

    /// <summary>The same: what became of recalls outlives the run that brings new records.</summary>
    public static IDatabase Recall(string folder) =>
        SqliteDatabase.At(Path.Combine(PrivateFolder.Create(Path.Combine(folder, "patients")), "recall.db"), [RecallStore.Schema]);

    public bool IsOpen()
    {
        try
        {
            return database.IsOpen();
        }
        catch (Exception fault) when (fault is DbException or TimeoutException)
        {
            return false;
        }
    }
}
