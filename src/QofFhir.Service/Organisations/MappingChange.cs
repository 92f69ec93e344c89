namespace QofFhir.Service.Organisations;

/// <summary>What a mapping changed.</summary>
/// <param name="Added">Organisations not heard of before.</param>
/// <param name="Begun">Spans of affiliations that are there now and were not before.</param>
/// <param name="Ended">Spans that were there and are not now; one that only ends earlier is in both numbers.</param>
/// <param name="Misplaced">Codes that stand for another level here: then nothing was changed.</param>
internal sealed record MappingChange(int Added, int Renamed, int Begun, int Ended, IReadOnlyList<string> Misplaced)
{
    public bool Any => Added + Renamed + Begun + Ended > 0;
}
