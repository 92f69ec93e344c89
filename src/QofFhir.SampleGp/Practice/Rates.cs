namespace QofFhir.SampleGp.Practice;

/// <summary>How often things happen to the ordinary patients, out of ten thousand unless said otherwise. Round figures near published English ones; they carry no weight beyond that.</summary>
internal static class Rates
{
    /// <summary>Upper end of each age band (outside) and its share of the list.</summary>
    public static readonly (int Below, int Share)[] Ages =
        [(10, 1100), (20, 1150), (30, 1280), (40, 1370), (50, 1290), (60, 1340), (70, 1080), (80, 870), (90, 430), (100, 90)];

    /// <summary>Left, died, temporary, joined in the last twelve months.</summary>
    public const int Left = 250, Died = 90, Temporary = 110, Joined = 700;

    /// <summary>By age: about 7.5 % of people of 17 and over.</summary>
    public static int Diabetes(int age) => age switch { < 17 => 20, < 40 => 130, < 60 => 690, < 75 => 1480, _ => 1850 };

    /// <summary>By age: about 15 % of the list; diabetics twice as often.</summary>
    public static int Hypertension(int age) => age switch { < 18 => 5, < 40 => 150, < 60 => 1500, < 75 => 3600, _ => 5300 };

    public const int Resolved = 200;

    public const int DiagnosedInYear = 600;

    public static int MildFrailty(int age) => age switch { < 65 => 0, < 75 => 900, _ => 2300 };

    public static int ModerateFrailty(int age) => age switch { < 65 => 30, < 75 => 400, _ => 1200 };

    public static int SevereFrailty(int age) => age switch { < 65 => 10, < 75 => 130, _ => 600 };

    /// <summary>Tested or measured in one year: a diabetic's HbA1c, the pressure of one with a long-term condition.</summary>
    public const int HbA1cInYear = 9000, PressureInYear = 8700;

    /// <summary>Measured at least once in five years: of 45 and over without a condition, and younger.</summary>
    public const int PressureInFiveYears = 8000, PressureWhenYoung = 4500;

    /// <summary>How a pressure is written down; the rest is the panel in both code systems.</summary>
    public const int LoincPanel = 1000, TwoObservations = 1200, AtHome = 1300;

    /// <summary>HbA1c written in percent.</summary>
    public const int InPercent = 400;

    /// <summary>Personalised care adjustments of a year: 3 to 8 % together.</summary>
    public const int Unsuitable = 110, Declined = 150, TestDeclined = 90, Maximum = 130, Invited = 900, SecondInvite = 4500;

    public const int OnStatin = 6500, OnAceInhibitor = 5500;

    /// <summary>What the improvement modules look at. Higher than in life, so that a small practice shows some.</summary>
    public static int OnNsaid(int age) => age < 65 ? 1000 : 3000;

    public const int GastroProtected = 5500, PastUlcer = 3000, OnAntiplatelet = 2000, OnLithium = 250, OnValproate = 1200, LowKidneyFunction = 1000, PalliativeCare = 6000;

    public const int EnteredInError = 40;
}
