using Microsoft.Extensions.Options;

namespace LoApi.ApiFrontend.Hosting;

internal static class RunExtensions
{
    /// <summary>Runs until it is told to stop. A wrong setting ends it at once with a sentence that names the key.</summary>
    public static async Task<int> RunOrExplainAsync(this WebApplication app)
    {
        try
        {
            await app.RunAsync();
            return 0;
        }
        catch (OptionsValidationException wrong)
        {
            await Console.Error.WriteLineAsync(string.Join(Environment.NewLine, wrong.Failures));
            return 1;
        }
    }
}
