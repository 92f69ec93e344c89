namespace QofFhir.Extraction;

/// <summary>Folders for patient data: only their owner may look inside.</summary>
public static class PrivateFolder
{
    /// <summary>Creates the folder, or narrows the one that is there.</summary>
    public static string Create(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            return Directory.CreateDirectory(path).FullName;
        }

        const UnixFileMode owner = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
        var folder = Directory.CreateDirectory(path, owner);
        folder.UnixFileMode = owner;
        return folder.FullName;
    }
}
