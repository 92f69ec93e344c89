namespace QofFhir.Core.Outlook;

/// <summary>A short list of what to do for a wanted gain, and how short any list must remain.</summary>
/// <param name="Wanted">In points or pounds.</param>
/// <param name="Gain">What the list brings: at least what is wanted, or all that can still be had.</param>
/// <param name="Lines">In the order in which they were chosen: the first bring most.</param>
/// <param name="AtLeast">Proven: no list with fewer lines brings what is wanted. 0 when it cannot be had.</param>
public sealed record ShortestList(decimal Wanted, decimal Gain, IReadOnlyList<ListedAction> Lines, int AtLeast)
{
    /// <summary>False when all that can still be done does not bring what is wanted; then the list is empty.</summary>
    public bool Reached => Gain >= Wanted;

    /// <summary>True when it is proven that no list is shorter.</summary>
    public bool IsShortest => Reached && Lines.Count == AtLeast;

    /// <param name="worth">What the indicators are worth.</param>
    /// <param name="wanted">Above 0, in the unit of <paramref name="worth"/>.</param>
    /// <param name="bySitting">True: each line is a patient and a sitting, and an indicator counts when all its care is given. False: each line is a patient, and all is done that the list counts on.</param>
    public static ShortestList Of(PracticeOutlook outlook, ListWorth worth, decimal wanted, bool bySitting)
    {
        ArgumentNullException.ThrowIfNull(outlook);
        ArgumentNullException.ThrowIfNull(worth);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(wanted);
        var patients = outlook.Patients.Select(p => PatientNeeds.Of(p, worth, bySitting)).OfType<PatientNeeds>().ToList();
        return new ListSearch(worth, patients, wanted).Find();
    }
}
