using System.Text.Json.Serialization.Metadata;
using LoApi.ApiFrontend.Errors;
using LoApi.ApiFrontend.Representations;
using LoApi.Lists;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LoApi.ApiFrontend.Lists;

internal static class ListAnswers
{
    /// <summary>Answers a list request by the page that <paramref name="list"/> finds.</summary>
    public static async Task<Results<Representation<ListPage<T>>, ApiProblem>> AnswerAsync<T>(
        this ListReader lists,
        HttpContext http,
        ListDefinition definition,
        JsonTypeInfo<ListPage<T>> contract,
        Func<ListRequest, Task<Page<T>>> list)
    {
        var call = lists.Read(http.Request, definition);
        if (call.Failed)
        {
            return new ApiProblem(call.Failure);
        }

        var page = await list(call.Value.Request);
        return new Representation<ListPage<T>>(lists.Write(http, call.Value, page), contract);
    }
}
