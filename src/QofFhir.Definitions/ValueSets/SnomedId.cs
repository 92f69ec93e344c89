namespace QofFhir.Definitions.ValueSets;

/// <summary>The form of a SNOMED CT identifier: 6 to 18 digits, no leading zero, the last one a Verhoeff check digit.</summary>
internal static class SnomedId
{
    private static readonly byte[] Permuted = Permutations();

    public static bool IsValid(string id)
    {
        if (id.Length is < 6 or > 18 || id[0] == '0')
        {
            return false;
        }

        var check = 0;
        for (var i = 0; i < id.Length; i++)
        {
            var digit = id[^(i + 1)] - '0';
            if (digit is < 0 or > 9)
            {
                return false;
            }

            check = Times(check, Permuted[((i % 8) * 10) + digit]);
        }

        return check == 0;
    }

    /// <summary>The extension that the id comes from: seven digits, or null for one of the international core.</summary>
    public static string? Namespace(string id) => id.Length > 10 && id[^3] == '1' ? id[^10..^3] : null;

    // The dihedral group of order ten: 0 to 4 turn, 5 to 9 turn and flip.
    private static int Times(int a, int b) =>
        a < 5
            ? b < 5 ? (a + b) % 5 : 5 + ((a + b) % 5)
            : b < 5 ? 5 + ((a - b) % 5) : (a - b + 5) % 5;

    // Each row permutes the row before by the same permutation; after eight they repeat.
    private static byte[] Permutations()
    {
        byte[] step = [1, 5, 7, 6, 2, 8, 3, 0, 9, 4];
        var rows = new byte[80];
        for (var digit = 0; digit < 10; digit++)
        {
            rows[digit] = (byte)digit;
        }

        for (var i = 10; i < 80; i++)
        {
            rows[i] = step[rows[i - 10]];
        }

        return rows;
    }
}
