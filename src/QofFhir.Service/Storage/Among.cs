using Dapper;

namespace QofFhir.Service.Storage;

/// <summary>Values that a column may have, spelled for either database: Dapper's own list is an array to PostgreSQL, which IN does not take.</summary>
internal static class Among
{
    /// <summary>The condition; its values stand in the parameters only.</summary>
    /// <param name="values">At least one, and no more than some hundred.</param>
    public static string Sql(string column, IEnumerable<string> values, DynamicParameters parameters)
    {
        var first = parameters.ParameterNames.Count();
        var names = values.Select((value, i) =>
        {
            parameters.Add($"among{first + i}", value);
            return $"@among{first + i}";
        });
        return $"{column} IN ({string.Join(", ", names)})";
    }
}
