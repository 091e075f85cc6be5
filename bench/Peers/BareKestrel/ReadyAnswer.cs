using System.Collections.Frozen;
using System.Text;
using Microsoft.Extensions.Primitives;

namespace LoApi.BareKestrel;

/// <summary>A recorded answer in the form in which it is sent.</summary>
internal sealed class ReadyAnswer(RecordedAnswer recorded)
{
    private readonly int _status = recorded.Status;
    private readonly KeyValuePair<string, StringValues>[] _headers =
        [.. recorded.Headers.Select(header => new KeyValuePair<string, StringValues>(header.Key, header.Value))];

    private readonly byte[] _body = Encoding.UTF8.GetBytes(recorded.Body);

    /// <summary>All of them, by method, space, path and query.</summary>
    public static FrozenDictionary<string, ReadyAnswer> All(IEnumerable<RecordedAnswer> recorded) =>
        recorded.ToFrozenDictionary(answer => answer.Request, answer => new ReadyAnswer(answer), StringComparer.Ordinal);

    public Task SendAsync(HttpResponse response)
    {
        response.StatusCode = _status;
        foreach (var (name, value) in _headers)
        {
            response.Headers[name] = value;
        }

        response.ContentLength = _body.Length;
        return response.Body.WriteAsync(_body, 0, _body.Length);
    }
}
