namespace LoApi.ApiFrontend.Ops;

/// <summary>Has this front end know all operators' keys before the database goes away: nobody can sign in by what is not known.</summary>
internal sealed class OperatorRefresh(KnownOperators operators, TimeProvider time) : BackgroundService
{
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(10); // Within KeptFor, so that sessions ask nobody.
    private static readonly TimeSpan PaceAfterFailure = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            var pace = await operators.RefreshAsync(stoppingToken) ? Pace : PaceAfterFailure;
            await Task.Delay(pace, time, stoppingToken);
        }
    }
}
