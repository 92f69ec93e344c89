using Dapper;
using Microsoft.Data.Sqlite;
using QofFhir.Extraction;
using QofFhir.Service.Attestations;
using QofFhir.Service.Reports;
using QofFhir.Service.Runs;

namespace QofFhir.Service.Storage;

/// <summary>The databases of this process: the shared one, which never holds a patient, and the practice tier's own.</summary>
internal sealed class SharedDatabase(Database database)
{
    public static Database Shared(string folder)
    {
        // One that is there may be a mount that is not ours to change, or hold more than our files; these are closed one by one.
        if (!Directory.Exists(folder))
        {
            PrivateFolder.Create(folder);
        }

        return Database.At(Path.Combine(folder, "qoffhir.db"), RunStore.Schema + ReportTable.Schema + AttestationStore.Schema);
    }

    public static Database PracticeTier(string folder) =>
        Database.At(Path.Combine(PrivateFolder.Create(Path.Combine(folder, "patients")), "patients.db"), ReportTable.Schema);

    public bool IsOpen()
    {
        try
        {
            using var connection = database.Open();
            return connection.ExecuteScalar<int>("SELECT 1") == 1;
        }
        catch (SqliteException)
        {
            return false;
        }
    }
}
