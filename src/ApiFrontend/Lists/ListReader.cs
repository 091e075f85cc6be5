using System.Globalization;
using LoApi.ApiFrontend.Hosting;
using LoApi.Errors;
using LoApi.Lists;
using Microsoft.Extensions.Options;

namespace LoApi.ApiFrontend.Lists;

/// <summary>Reads <c>limit</c> and <c>cursor</c> of a list request, and writes the page with its link to the next.</summary>
internal sealed class ListReader(CursorCodec cursors, IOptions<HttpServerOptions> http)
{
    /// <summary>The window that a request asks for.</summary>
    /// <param name="request">The request.</param>
    /// <param name="list">Names the list with its filter and sort: a cursor only works where it came from.</param>
    public Outcome<PageWindow> ReadWindow(HttpRequest request, string list)
    {
        var limit = PageWindow.DefaultLimit;
        if (request.Parameter(QueryParameter.Limit) is { } limitText
            && (!int.TryParse(limitText, NumberStyles.None, CultureInfo.InvariantCulture, out limit)
                || limit is < 1 or > PageWindow.MaxLimit))
        {
            return QueryParameters.Invalid(QueryParameter.Limit, ErrorCode.OutOfRange, $"A whole number from 1 to {PageWindow.MaxLimit}.");
        }

        if (request.Parameter(QueryParameter.Cursor) is not { } cursor)
        {
            return new PageWindow(limit, After: null);
        }

        return cursors.Read(list, cursor) is { } place
            ? new PageWindow(limit, place)
            : QueryParameters.Invalid(QueryParameter.Cursor, ErrorCode.InvalidCursor, "No cursor of this list with this filter and sort.");
    }

    /// <summary>The page as it is answered; announces the next one in <c>Link</c> too.</summary>
    public ListPage<T> Write<T>(HttpContext context, string list, Page<T> page)
    {
        if (page.Last is null)
        {
            return new(page.Items, NextCursor: null);
        }

        var cursor = cursors.Write(list, page.Last);
        var query = QueryString.Create(context.Request.Query
            .Where(parameter => !QueryParameter.Cursor.IsNamed(parameter.Key))
            .Append(new(QueryParameter.Cursor.Name, cursor)));
        var next = http.Value.Link(context.Request.Path.ToUriComponent() + query.ToUriComponent());
        context.Response.Headers.Link = $"<{next.AbsoluteUri}>; rel=\"next\"";
        return new(page.Items, cursor);
    }
}
