namespace QofFhir.Fhir.Reading.Reports;

/// <summary>Faults as they are found; past a number nobody would read, the rest is only counted.</summary>
internal sealed class FaultList
{
    private const int Most = 100;
    private readonly List<ReportFault> _faults = [];
    private int _more;

    public bool Any => _faults.Count > 0;

    public IReadOnlyList<ReportFault> All =>
        _more == 0 ? _faults : [.. _faults, new ReportFault("too-long", null, $"There are {_more} more faults of such kinds.")];

    public void Add(string code, string? expression, string text)
    {
        if (_faults.Count < Most)
        {
            _faults.Add(new ReportFault(code, expression, text));
        }
        else
        {
            _more++;
        }
    }
}
