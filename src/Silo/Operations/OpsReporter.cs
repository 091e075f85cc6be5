using System.Collections.Immutable;
using System.Reflection;
using LoApi.Operations;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace LoApi.Silo.Operations;

/// <summary>
/// Looks at this process once a second, and tells the board every other time. The board may be slow or away: nothing waits
/// for it, and one report at most is on its way. Its last one says that the process ends, so that nobody takes that for a failure.
/// </summary>
internal sealed class OpsReporter(
    OpsCollector collector,
    RecentProblems problems,
    OpsStatus status,
    ProcessRole role,
    IProcessChecks checks,
    IGrainFactory grains,
    TimeProvider time,
    ILogger<OpsReporter> logger) : BackgroundService
{
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan PatienceAtTheEnd = TimeSpan.FromSeconds(2);

    private readonly string _processId = $"{Environment.MachineName}:{Environment.ProcessId}:{Guid.NewGuid().ToString("N")[..8]}";
    private readonly string _version = Assembly.GetEntryAssembly()?.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "";
    private readonly DateTimeOffset _startedAt = time.GetUtcNow();
    private ImmutableArray<ProcessCheck> _checked = [];
    private Task? _checking;
    private Task? _publishing;
    private ReportReceipt _told = new(0, 0, WasKnown: false);

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        if (status.Report is { } report)
        {
            await SayGoodbyeAsync(report, cancellationToken);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        for (var round = 0L; ; round++)
        {
            try
            {
                Look();
                if (round % 2 == 0 && _publishing is null or { IsCompleted: true })
                {
                    _publishing = PublishAsync(status.Report!);
                }
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                Log.LookFailed(logger, exception); // The next look is another.
            }

            await Task.Delay(Pace, time, stoppingToken);
        }
    }

    private void Look()
    {
        if (_checking is null or { IsCompleted: true })
        {
            _checking = CheckAsync();
        }

        var (figures, history) = collector.Look();
        status.Report = new()
        {
            ProcessId = _processId,
            Role = role.Name,
            Machine = Environment.MachineName,
            Version = _version,
            StartedAt = _startedAt,
            ReportedAt = time.GetUtcNow(),
            Checks = _checked,
            Figures = figures,
            History = history,
            Problems = problems.Seen,
        };
    }

    private async Task CheckAsync()
    {
        try
        {
            _checked = await checks.LookAsync();
        }
        catch (Exception exception)
        {
            Log.LookFailed(logger, exception);
        }
    }

    private async Task PublishAsync(ProcessReport report)
    {
        try
        {
            _told = await grains.GetGrain<IOpsBoardGrain>(0).PublishAsync(NewsOf(report)).WaitAsync(Patience, time);
            if (status.UnpublishedSince is not null)
            {
                status.UnpublishedSince = null;
                Log.BoardBack(logger);
            }
        }
        catch (Exception exception)
        {
            if (status.UnpublishedSince is null)
            {
                status.UnpublishedSince = time.GetUtcNow();
                Log.BoardAway(logger, exception);
            }
        }
    }

    private async Task SayGoodbyeAsync(ProcessReport report, CancellationToken cancellation)
    {
        try
        {
            var last = NewsOf(report) with { ReportedAt = time.GetUtcNow(), Checks = [], Figures = [], HasEnded = true };
            await grains.GetGrain<IOpsBoardGrain>(0).PublishAsync(last).WaitAsync(PatienceAtTheEnd, time, cancellation);
        }
        catch (Exception exception)
        {
            Log.GoodbyeNotSaid(logger, exception); // Where the board is this process' own, it ends as well.
        }
    }

    private ProcessReport NewsOf(ProcessReport report) => report with
    {
        History = [.. report.History.Where(sample => sample.Slot > _told.Slot)],
        Problems = [.. report.Problems.Where(problem => problem.Number > _told.Problem)],
    };
}
