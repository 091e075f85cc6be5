using LoApi.Callers;
using LoApi.Users;

namespace LoApi.ApiFrontend.Authentication;

/// <summary>A request whose caller is known and may use the endpoint. Handlers take it as a parameter.</summary>
internal sealed class ApiRequest(HttpContext http, Caller caller, User? user)
{
    public HttpContext Http => http;

    public Caller Caller => caller;

    /// <summary>The user that is acted for. Only for endpoints that declare <see cref="ActsFor.User"/>.</summary>
    public User User => user ?? throw new InvalidOperationException("The endpoint does not declare that it acts for a user.");

    /// <summary>How handlers get it: from what <see cref="CallerMiddleware"/> left.</summary>
    public static ValueTask<ApiRequest?> BindAsync(HttpContext http) =>
        ValueTask.FromResult(http.Features.Get<ApiRequest>());
}
