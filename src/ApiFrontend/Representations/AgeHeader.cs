using System.Globalization;

namespace LoApi.ApiFrontend.Representations;

/// <summary><c>Age</c> (RFC 9111, 5.1): how many whole seconds ago an answer was held against the database.</summary>
internal static class AgeHeader
{
    /// <summary>Says it on an answer.</summary>
    public static void Say(HttpResponse response, TimeSpan age) =>
        response.Headers.Age = ((long)age.TotalSeconds).ToString(CultureInfo.InvariantCulture);
}
