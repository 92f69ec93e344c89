using QofFhir.Service.Storage;

namespace QofFhir.Service.Payments;

/// <summary>The tables of payment. The database refuses to change what is in them.</summary>
internal static class PaymentTable
{
    /// <summary>
    /// <c>payment_statement</c>: what practices are to be paid, numbered 1, 2, ... by practice, with the inputs that it was worked out from and what they came to (both packed).
    /// Sums are decimals in words; <c>supersedes</c> is the statement of the same practice and framework that stood before, <c>difference</c> the pounds beside it.
    /// <c>payment_step</c>: what was done with a statement, in its order. <c>payment_run</c>: the payer's runs.
    /// <c>payment_change</c> has one row, which whoever adds to the others holds until the end: what is judged is what is written.
    /// </summary>
    public const string Schema = $"""
        CREATE TABLE payment_change (number BIGINT NOT NULL);
        INSERT INTO payment_change VALUES (0);
        CREATE TABLE payment_run (
            id BIGINT PRIMARY KEY, framework TEXT NOT NULL, achieved TEXT NOT NULL, made TEXT NOT NULL, client TEXT NOT NULL, pounds TEXT NOT NULL,
            reconciled BIGINT NOT NULL, national TEXT NOT NULL, body {Migrations.Bytes} NOT NULL);
        CREATE TABLE payment_statement (
            practice TEXT NOT NULL, number BIGINT NOT NULL, framework TEXT NOT NULL, achieved TEXT NOT NULL, run BIGINT NOT NULL, made TEXT NOT NULL, client TEXT NOT NULL,
            digest TEXT NOT NULL, points TEXT, pounds TEXT, provisional BIGINT NOT NULL, sample BIGINT NOT NULL, supersedes BIGINT, difference TEXT,
            inputs {Migrations.Bytes} NOT NULL, outcome {Migrations.Bytes} NOT NULL, PRIMARY KEY (practice, number));
        CREATE UNIQUE INDEX payment_statement_after ON payment_statement (practice, supersedes);
        CREATE INDEX payment_statement_of ON payment_statement (framework, practice, number);
        CREATE TABLE payment_step (
            practice TEXT NOT NULL, number BIGINT NOT NULL, place BIGINT NOT NULL, step TEXT NOT NULL, role TEXT NOT NULL, client TEXT NOT NULL, issuer TEXT, at TEXT NOT NULL,
            amount TEXT, advance TEXT, paid_on TEXT, reason TEXT, PRIMARY KEY (practice, number, place));
        {Migrations.AppendOnlyStart}payment_run{Migrations.AppendOnlyEnd}
        {Migrations.AppendOnlyStart}payment_statement{Migrations.AppendOnlyEnd}
        {Migrations.AppendOnlyStart}payment_step{Migrations.AppendOnlyEnd}

        """;
}
