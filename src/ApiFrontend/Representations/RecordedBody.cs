using System.Text;
using LoApi.Idempotency;

namespace LoApi.ApiFrontend.Representations;

/// <summary>Answers with the representation that was recorded with a write, the same for the first answer and every repeat.</summary>
internal static class RecordedBody
{
    public static async Task WriteAsync(HttpContext http, RecordedResponse recorded)
    {
        var body = Encoding.UTF8.GetBytes(recorded.Body);
        var response = http.Response;
        response.StatusCode = recorded.Status;
        response.Headers.ETag = recorded.ETag;
        response.Headers.CacheControl = CacheControl.OfOneUser;
        if (recorded.Replayed)
        {
            response.Headers["Idempotent-Replayed"] = "true";
        }

        response.ContentType = CacheControl.Utf8Json;
        response.ContentLength = body.Length;
        await response.Body.WriteAsync(body, http.RequestAborted);
    }
}
