using System.Diagnostics;
using System.IO.Compression;
using QofFhir.Tests.House;

namespace QofFhir.Tests.Packages;

/// <summary>The three packages as a supplier gets them, and a program outside the repository that is built on nothing else.</summary>
public sealed class PackedLibraries : IDisposable
{
    public static readonly string[] Ids = ["QofFhir.Core", "QofFhir.Definitions", "QofFhir.Fhir"];

    private readonly string _folder = Directory.CreateTempSubdirectory("qoffhir-packages-").FullName;

    public PackedLibraries()
    {
        // One call for all: the tool packs one project at a time, and starting it costs more than packing.
        var projects = string.Join(';', Ids.Select(id => Path.Combine(Repository.Root, "src", id, id + ".csproj")));
        Write("pack.proj", $"""
            <Project DefaultTargets="Pack">
              <Target Name="Pack">
                <MSBuild Projects="{projects}" Targets="Pack" Properties="Configuration=Release;PackageOutputPath={Feed};RunAnalyzers=false" BuildInParallel="true" />
              </Target>
            </Project>
            """);
        Dotnet("msbuild", Path.Combine(_folder, "pack.proj"), "-nodeReuse:false", "-verbosity:quiet", "-nologo", "-m");
    }

    public string Feed => Path.Combine(_folder, "feed");

    public ZipArchive Open(string id, string ending) =>
        ZipFile.OpenRead(Assert.Single(Directory.GetFiles(Feed, $"{id}.*{ending}")));

    /// <summary>Builds and runs a program that has the packages through a library of its own.</summary>
    /// <param name="files">Beside the program, by name.</param>
    /// <returns>What it prints.</returns>
    public string Run(string program, string version, params (string Name, string From)[] files)
    {
        Write("nuget.config", $"""
            <configuration>
              <packageSources>
                <clear />
                <add key="packed" value="{Feed}" />
                <add key="restored" value="{Restored}" />
              </packageSources>
            </configuration>
            """);
        // Packages of one version are taken to be the same for ever: ours must not stay in the machine's folder.
        Write("Directory.Build.props", $"""
            <Project>
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <ImplicitUsings>enable</ImplicitUsings>
                <Nullable>enable</Nullable>
                <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
                <InvariantGlobalization>true</InvariantGlobalization>
                <NuGetAudit>false</NuGetAudit>
                <UseAppHost>false</UseAppHost>
                <RestorePackagesPath>{Path.Combine(_folder, "restored")}</RestorePackagesPath>
              </PropertyGroup>
            </Project>
            """);
        Write("supplier/supplier.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <ItemGroup>
                <PackageReference Include="QofFhir.Definitions" Version="{version}" />
                <PackageReference Include="QofFhir.Fhir" Version="{version}" />
              </ItemGroup>
            </Project>
            """);
        Write("program/program.csproj", """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
              </PropertyGroup>
              <ItemGroup>
                <ProjectReference Include="../supplier/supplier.csproj" />
              </ItemGroup>
            </Project>
            """);
        Write("program/Program.cs", program);
        Dotnet("publish", Path.Combine(_folder, "program"), "--output", Path.Combine(_folder, "out"), "-nodeReuse:false", "-verbosity:quiet", "-nologo");
        foreach (var (name, from) in files)
        {
            File.Copy(from, Path.Combine(_folder, "out", name));
        }

        return Dotnet(Path.Combine(_folder, "out", "program.dll"));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    /// <summary>Where the machine keeps what builds have restored, YamlDotNet among it.</summary>
    private static string Restored => Environment.GetEnvironmentVariable("NUGET_PACKAGES")
        ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");

    private void Write(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    private string Dotnet(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments)
        {
            WorkingDirectory = Directory.Exists(Path.Combine(_folder, "out")) ? Path.Combine(_folder, "out") : _folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // A build that this one is part of must not lend its settings, nor leave a compiler running.
        foreach (var name in start.Environment.Keys.Where(k => k.StartsWith("MSBuild", StringComparison.OrdinalIgnoreCase)).ToList())
        {
            start.Environment.Remove(name);
        }

        start.Environment["UseSharedCompilation"] = "false";
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, $"dotnet {arguments[0]} failed:\n{output}{error.Result}");
        return output;
    }
}
