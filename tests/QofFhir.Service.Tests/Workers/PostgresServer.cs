using System.ComponentModel;
using System.Diagnostics;
using Npgsql;
using QofFhir.Service.Storage;

namespace QofFhir.Service.Tests.Workers;

/// <summary>A PostgreSQL of our own under the temp folder, heard on a socket there alone; it is gone when the tests are over.</summary>
public sealed class PostgresServer : IAsyncLifetime, IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("qoffhir-pg-").FullName;
    private int _databases;

    private string Data => Path.Combine(_folder, "data");

    /// <summary>Connection to one of its databases, in Npgsql's words.</summary>
    public string Connection(string database, string user = "postgres") => new NpgsqlConnectionStringBuilder
    {
        Host = _folder,
        Username = user,
        Database = database,
        Timeout = 5,
    }.ToString();

    /// <summary>A database with nothing in it.</summary>
    public string NewDatabase()
    {
        var name = $"qof{Interlocked.Increment(ref _databases)}";
        using var admin = NpgsqlDataSource.Create(Connection("postgres"));
        using var create = admin.CreateCommand($"CREATE DATABASE {name}");
        create.ExecuteNonQuery();
        return Connection(name);
    }

    /// <summary>The store of the service in a database with nothing else in it.</summary>
    internal PostgresDatabase NewStore() => PostgresDatabase.At(NewDatabase(), SharedDatabase.Forms, TimeSpan.FromSeconds(30), TimeProvider.System);

    public async Task InitializeAsync()
    {
        if (Environment.UserName == "root")
        {
            await Run("chown", "postgres", _folder);
        }

        await Admin("initdb", "-D", Data, "-A", "trust", "-U", "postgres", "-E", "UTF8", "--locale=C", "--no-sync");
        await File.AppendAllTextAsync(Path.Combine(Data, "postgresql.conf"), string.Join(
            '\n', "listen_addresses = ''", $"unix_socket_directories = '{_folder}'", "fsync = off", "full_page_writes = off", "max_connections = 300", ""));
        await Begin();
    }

    /// <summary>Starts it, for the first time or again.</summary>
    public Task Begin() => Admin("pg_ctl", "-D", Data, "-l", Path.Combine(_folder, "log"), "-w", "start");

    /// <summary>Ends it without a word to those who are connected.</summary>
    public Task Stop() => Admin("pg_ctl", "-D", Data, "-m", "immediate", "-w", "stop");

    public async Task DisposeAsync()
    {
        if (File.Exists(Path.Combine(Data, "postmaster.pid")))
        {
            await Stop();
        }

        Directory.Delete(_folder, recursive: true);
    }

    async ValueTask IAsyncDisposable.DisposeAsync() => await DisposeAsync();

    /// <summary>PostgreSQL does not run as root.</summary>
    private static Task Admin(string program, params string[] arguments) => Environment.UserName == "root"
        ? Run("runuser", ["-u", "postgres", "--", Program(program), .. arguments])
        : Run(Program(program), arguments);

    /// <summary>Debian keeps the server's programs apart from the path.</summary>
    private static string Program(string name)
    {
        const string versions = "/usr/lib/postgresql";
        return Directory.Exists(versions)
            ? Directory.GetDirectories(versions).Order(StringComparer.Ordinal).Select(v => Path.Combine(v, "bin", name)).LastOrDefault(File.Exists) ?? name
            : name;
    }

    private static async Task Run(string program, params string[] arguments)
    {
        try
        {
            // To a file and not to us: the server would hold our pipe open as long as it lives.
            using var process = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", "exec \"$@\" >/dev/null 2>&1", "sh", program, .. arguments]) { WorkingDirectory = "/" })!;
            await process.WaitForExitAsync();
            Assert.True(process.ExitCode == 0, $"'{program} {string.Join(' ', arguments)}' ended with {process.ExitCode}: these tests need PostgreSQL on this machine (Debian package postgresql).");
        }
        catch (Win32Exception missing)
        {
            throw new InvalidOperationException("These tests need PostgreSQL on a machine with /bin/sh.", missing);
        }
    }
}
