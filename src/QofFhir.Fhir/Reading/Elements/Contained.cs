namespace QofFhir.Fhir.Reading.Elements;

internal static class Contained
{
    /// <summary>The contained resource with this id (without the #); empty when there is none.</summary>
    public static ReadOnlySpan<byte> Find(ReadOnlySpan<byte> contained, string id)
    {
        foreach (var resource in new Items(contained))
        {
            if (JsonText.Of(Properties.Find(resource, "id"u8)) == id)
            {
                return resource;
            }
        }

        return default;
    }
}
