namespace QofFhir.Service.Tests.CareGaps;

/// <summary>The records that one service has kept, given to another as if a run of its own had kept them.</summary>
internal static class KeptFile
{
    public static void Copy(TestService from, TestService to, string ods)
    {
        var folder = Directory.CreateDirectory(Path.Combine(to.Folder, "records")).FullName;
        var file = Path.Combine(folder, ods + ".qofrec");
        File.Copy(Path.Combine(from.Folder, "records", TestService.Ods + ".qofrec"), file, overwrite: true);
        File.SetLastWriteTimeUtc(file, to.Clock.Now.AddHours(-1).UtcDateTime);
    }
}
