namespace LoApi.Silo.Telemetry;

/// <summary>Sends what the exporter has, and tells the log how that went.</summary>
internal sealed class LoggedDelivery(DeliveryLog log, string path) : DelegatingHandler(new SocketsHttpHandler())
{
    // The exporter calls this one, on a thread of its own.
    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        try
        {
            return Told(base.Send(request, cancellationToken));
        }
        catch (Exception exception) when (Failed(exception))
        {
            throw; // Never: it is told, and goes on.
        }
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        try
        {
            return Told(await base.SendAsync(request, cancellationToken));
        }
        catch (Exception exception) when (Failed(exception))
        {
            throw; // As above.
        }
    }

    private HttpResponseMessage Told(HttpResponseMessage answer)
    {
        if (answer.IsSuccessStatusCode)
        {
            log.Delivered(path);
        }
        else
        {
            log.Failed(path, $"status {(int)answer.StatusCode}");
        }

        return answer;
    }

    private bool Failed(Exception exception)
    {
        log.Failed(path, exception is OperationCanceledException ? "no answer in time" : exception.Message);
        return false;
    }
}
