using LoApi.ApiFrontend.Hosting;
using LoApi.Errors;
using LoApi.Lists;
using Microsoft.Extensions.Options;

namespace LoApi.ApiFrontend.Lists;

/// <summary>Reads list requests, and writes pages with the link to the next.</summary>
internal sealed class ListReader(CursorCodec cursors, IOptions<HttpServerOptions> http)
{
    /// <summary>What a request asks of a list.</summary>
    /// <param name="request">The request.</param>
    /// <param name="definition">The list.</param>
    /// <param name="others">Query parameters that the endpoint reads itself; a cursor is bound to their values too.</param>
    public Outcome<ListCall> Read(HttpRequest request, ListDefinition definition, params ReadOnlySpan<QueryParameter> others)
    {
        var query = new ListQueryReader(definition);
        if (query.Read(request.Query, others) is { } failure)
        {
            return failure;
        }

        var identity = query.Identity;
        foreach (var other in others)
        {
            identity += $"&{other.Name}={request.Parameter(other)}";
        }

        Keyset? place = null;
        if (query.Cursor is { } cursor)
        {
            place = cursors.Read(identity, cursor);
            if (place is null)
            {
                return QueryParameters.Invalid(QueryParameter.Cursor, ProblemCode.InvalidCursor, "No cursor of this list with this filter and sort.");
            }
        }

        return new ListCall(identity, new(query.Filters, query.Sort, new(query.Limit, place), query.Count));
    }

    /// <summary>The page as it is answered; announces the next one in <c>Link</c> too.</summary>
    public ListPage<T> Write<T>(HttpContext context, ListCall call, Page<T> page)
    {
        var cursor = page.Last is null ? null : cursors.Write(call.Identity, page.Last);
        if (cursor is not null)
        {
            var query = QueryString.Create(context.Request.Query
                .Where(parameter => !QueryParameter.Cursor.IsNamed(parameter.Key))
                .Append(new(QueryParameter.Cursor.Name, cursor)));
            var next = http.Value.Link(context.Request.Path.ToUriComponent() + query.ToUriComponent());
            context.Response.Headers.Link = $"<{next.AbsoluteUri}>; rel=\"next\"";
        }

        return new(page.Items, cursor, page.Total?.Count, page.Total is { Capped: true } ? true : null);
    }
}
