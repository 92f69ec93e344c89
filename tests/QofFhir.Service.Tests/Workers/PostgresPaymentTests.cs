using QofFhir.Service.Tests.Access;
using QofFhir.Service.Tests.Payments;

namespace QofFhir.Service.Tests.Workers;

[Collection(PostgresCollection.Name)]
public sealed class PostgresPaymentTests(AggregatorService aggregator, PostgresServer server) : PaymentTests(aggregator)
{
    private protected override string[] Store => ["QofFhir:PostgresVariable=STORE", $"STORE={server.NewDatabase()}"];
}
