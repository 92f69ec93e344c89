using System.Globalization;

namespace QofFhir.SampleGp.Practice;

/// <summary>NHS numbers of the test range: ten digits from 999, with a valid check digit, given to nobody.</summary>
internal static class NhsNumbers
{
    /// <summary>The numbers in rising order; those without a check digit are left out.</summary>
    public static IEnumerable<string> All()
    {
        for (var serial = 0; serial < 1_000_000; serial++)
        {
            var nine = 999_000_000 + serial;
            var rest = 11 - (WeightedSum(nine) % 11);
            var check = rest == 11 ? 0 : rest;
            if (check < 10)
            {
                yield return (nine * 10L + check).ToString(CultureInfo.InvariantCulture);
            }
        }
    }

    /// <summary>Digits one to nine times ten down to two.</summary>
    private static int WeightedSum(int nineDigits)
    {
        var sum = 0;
        for (var weight = 2; weight <= 10; weight++)
        {
            sum += nineDigits % 10 * weight;
            nineDigits /= 10;
        }

        return sum;
    }
}
