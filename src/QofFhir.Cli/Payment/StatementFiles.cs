using System.Text;
using QofFhir.Cli.Output;
using QofFhir.Core.Payments;
using QofFhir.Publication.Statements;

namespace QofFhir.Cli.Payment;

/// <summary>A statement as files.</summary>
internal static class StatementFiles
{
    private const string Page = "statement.html";
    private const string Table = "statement.csv";
    private const string Document = "statement.json";

    public static readonly IReadOnlyList<string> All = [Page, Table, Document];

    public static void Write(string target, Statement statement)
    {
        using var folder = new OutFolder(target, All);
        Write(folder, Page, output => output.Write(StatementPage.Write(statement)));
        Write(folder, Table, output => StatementCsv.Write(output, statement));
        Write(folder, Document, output => output.Write(StatementDocument.Of(statement).Write()));
        folder.MoveIn();
    }

    private static void Write(OutFolder folder, string name, Action<TextWriter> content)
    {
        using var output = new StreamWriter(folder.Create(name), new UTF8Encoding(false));
        content(output);
    }
}
