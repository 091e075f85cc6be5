namespace LoApi.Grains.Embedded.Tests.Embedded.Contract;

/// <summary>A test that needs Orleans' assemblies: skipped, and says so, unless a variable names their directory.</summary>
internal sealed class FactWithOrleansAttribute : FactAttribute
{
    private const string Variable = "LOAPI_TEST_ORLEANS";

    public FactWithOrleansAttribute()
    {
        if (string.IsNullOrEmpty(Directory))
        {
            Skip = $"{Variable} names no directory with Orleans' assemblies of this version.";
        }
    }

    public static string? Directory => Environment.GetEnvironmentVariable(Variable);
}
