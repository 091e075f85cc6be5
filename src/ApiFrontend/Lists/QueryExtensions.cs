using LoApi.ApiFrontend.Errors;

namespace LoApi.ApiFrontend.Lists;

internal static class QueryExtensions
{
    /// <summary>Declares the query parameters of an endpoint; it is never reached with others.</summary>
    public static RouteHandlerBuilder WithQuery(this RouteHandlerBuilder endpoint, params QueryParameter[] parameters)
    {
        var known = new QueryParameters([.. parameters]);
        return endpoint
            .WithMetadata(known)
            .AddEndpointFilter(async (context, next) =>
                known.Check(context.HttpContext.Request.Query) is { } failure
                    ? new ApiProblem(failure)
                    : await next(context));
    }

    /// <summary>Declares that an endpoint is a list; its handler reads the query by <see cref="ListReader"/>.</summary>
    public static RouteHandlerBuilder WithListQuery(
        this RouteHandlerBuilder endpoint, ListDefinition definition, params QueryParameter[] others) =>
        endpoint.WithMetadata(new QueryParameters([.. others, .. definition.Parameters]));

    /// <summary>The value of a declared parameter, or null where it is absent or empty.</summary>
    public static string? Parameter(this HttpRequest request, QueryParameter parameter)
    {
        foreach (var (name, values) in request.Query)
        {
            if (parameter.IsNamed(name))
            {
                return values is [{ Length: > 0 } value] ? value : null;
            }
        }

        return null;
    }
}
