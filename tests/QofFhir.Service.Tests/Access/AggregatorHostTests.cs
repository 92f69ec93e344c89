using Microsoft.Extensions.DependencyInjection;
using QofFhir.Service.Practices;
using QofFhir.Service.Reports;
using QofFhir.Service.Runs;
using QofFhir.Service.Submission;
using QofFhir.Service.Workers;
using Quartz;

namespace QofFhir.Service.Tests.Access;

/// <summary>An aggregator's process holds nothing that could come near a patient.</summary>
public sealed class AggregatorHostTests(AggregatorService aggregator) : IClassFixture<AggregatorService>
{
    [Theory]
    [InlineData(typeof(ISchedulerFactory))]
    [InlineData(typeof(Heartbeat))]
    [InlineData(typeof(Startup))]
    [InlineData(typeof(PatientStore))]
    [InlineData(typeof(PracticeList))]
    [InlineData(typeof(PracticeClients))]
    [InlineData(typeof(PracticeExtracts))]
    [InlineData(typeof(PracticeJobs))]
    [InlineData(typeof(RunPractice))]
    [InlineData(typeof(RunQueue))]
    [InlineData(typeof(RunStore))]
    [InlineData(typeof(Submitter))]
    [InlineData(typeof(HttpClient))]
    public void What_runs_practices_is_not_there(Type type)
    {
        var services = aggregator.Service.Service<IServiceProvider>();
        Assert.Null(services.GetService(type));
        Assert.False(services.GetRequiredService<IServiceProviderIsService>().IsService(type));
    }

    [Fact]
    public void Its_hosted_services_are_the_start_and_the_web_server()
    {
        var hosted = aggregator.Service.Service<IEnumerable<Microsoft.Extensions.Hosting.IHostedService>>().Select(h => h.GetType().Name).Order(StringComparer.Ordinal);
        Assert.Equal(["AggregatorStart", "GenericWebHostService"], hosted.Where(h => h != "DataProtectionHostedService"));
    }

    [Fact]
    public void It_has_no_folder_for_patients_nor_keys_for_their_systems()
    {
        Assert.Null(aggregator.Service.Service<ServicePlan>().Keys);
        Assert.False(aggregator.Service.Service<ServicePlan>().Sample);
        Assert.False(Directory.Exists(Path.Combine(aggregator.Service.Folder, "patients")));
        Assert.False(Directory.Exists(Path.Combine(aggregator.Service.Folder, "records")));
    }

    [Theory]
    [InlineData("QofFhir:Practices:0:Ods=A81001 QofFhir:Practices:0:BaseUrl=https://gp.example/fhir", "Practices")]
    [InlineData("QofFhir:Submission:BaseUrl=https://other.example/fhir", "Submission")]
    [InlineData("QofFhir:Roles:1=worker", "stands alone")]
    public async Task What_only_a_practices_service_needs_is_a_mistake(string settings, string told)
    {
        var fault = await Assert.ThrowsAsync<SettingsException>(() => TestService.Start(null, ["QofFhir:Roles:0=aggregator", .. settings.Split(' ')]));
        Assert.Contains(told, fault.Message, StringComparison.Ordinal);
    }
}
