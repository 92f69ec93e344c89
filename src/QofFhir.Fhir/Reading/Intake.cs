using QofFhir.Core;
using QofFhir.Core.Records;
using QofFhir.Fhir.Reading.Elements;
using QofFhir.Fhir.Reading.Resources;
using QofFhir.Fhir.Reading.Subjects;

namespace QofFhir.Fhir.Reading;

/// <summary>What the readers of single resources hand their findings to.</summary>
internal sealed class Intake
{
    private const int LongestReference = 1 << 10;

    private const int MostReferences = 1 << 20;

    /// <summary>By the text that refers to them, which is the same in all that is about a patient.</summary>
    private readonly Dictionary<byte[], Subject>.AlternateLookup<ReadOnlySpan<byte>> _subjects =
        new Dictionary<byte[], Subject>(ByteComparer.Instance).GetAlternateLookup<ReadOnlySpan<byte>>();

    public Intake(CodeIndex codes)
    {
        Codes = codes;
        Concepts = new ConceptCache(codes, Records.Concepts);
        Subjects = new SubjectTable(Records, Tally, Notes, Problems);
        Medicines = new MedicineTable(this);
        Registrations = new RegistrationTable(this);
    }

    public CodeIndex Codes { get; }

    public ConceptCache Concepts { get; }

    /// <summary>For the concepts of the resource in hand, where it has any number of them.</summary>
    public List<Codings> Gathered { get; } = [];

    public PracticeRecordsBuilder Records { get; } = new();

    public List<Problem> Problems { get; } = [];

    public Tally Tally { get; } = new();

    public QualityNotes Notes { get; } = new();

    public SubjectTable Subjects { get; }

    public MedicineTable Medicines { get; }

    public OrganizationTable Organizations { get; } = new();

    public RegistrationTable Registrations { get; }

    public bool Wants(Codings concept) => Concepts.Wants(concept);

    /// <summary>Checks whose the resource is and when it happened; null when nothing of it is kept, and the resource then knows why.</summary>
    /// <remarks>A date that cannot be always rejects; a missing one only where a rule wants the codes, since most of these elements are optional.</remarks>
    public EventEntry? Open(
        Resource resource, ReadOnlySpan<byte> subject, IReadOnlyList<DateElement> dates, params ReadOnlySpan<Codings> concepts)
    {
        var wanted = false;
        foreach (var concept in concepts)
        {
            wanted |= Wants(concept);
        }

        var entry = Open(resource, subject, dates, wanted);
        if (!resource.IsDone && !wanted)
        {
            Notes.Outside(concepts);
        }

        entry?.NoteDate();
        return entry;
    }

    /// <param name="wanted">Whether a rule may want its codes.</param>
    public EventEntry? Open(Resource resource, ReadOnlySpan<byte> subject, IReadOnlyList<DateElement> dates, bool wanted)
    {
        if (resource.IsDone || OpenSubject(resource, subject) is not { } whose)
        {
            return null;
        }

        var day = DateElement.Read(resource, dates);
        if (!resource.IsDone && day is null && wanted)
        {
            resource.Reject(ProblemKind.Required, dates[0].Name, "There is no date that says when this happened.");
        }

        if (!whose.IsKnown && !resource.IsDone)
        {
            whose.Wait(resource, subject);
        }

        return resource.IsDone || !wanted ? null : new EventEntry(this, whose, day!.Value, resource.Type, resource.AddSource(Records), resource.Place);
    }

    /// <summary>The patient that the resource is about; null when it is about none, or about one that is no good.</summary>
    public Subject? OpenSubject(Resource resource, ReadOnlySpan<byte> element)
    {
        var json = resource[element];
        if (!_subjects.TryGetValue(json, out var subject))
        {
            var reference = JsonText.Of(Properties.Find(json, "reference"u8));
            if (reference is null || reference.StartsWith('#'))
            {
                resource.Reject(
                    json.IsEmpty ? ProblemKind.Required : ProblemKind.Reference, System.Text.Encoding.UTF8.GetString(element),
                    "A reference to a Patient in the input was expected.");
                return null;
            }

            var key = Reference.Key(reference);
            if (Reference.TypeOf(key) is { IsEmpty: false } type && !type.SequenceEqual("Patient"))
            {
                resource.SetAside();
                return null;
            }

            subject = Subjects.Of(key);
            if (json.Length <= LongestReference && _subjects.Dictionary.Count < MostReferences)
            {
                _subjects[json] = subject;
            }
        }

        if (subject.IsRejected)
        {
            resource.RejectSilently();
            return null;
        }

        return subject;
    }
}
