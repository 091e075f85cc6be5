using LoApi.Fixtures;

namespace LoApi.Storage.Tests.Failures;

/// <summary>A test that stops and starts a PostgreSQL: skipped, with a reason, where there is none to start.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PostgresServerFactAttribute : FactAttribute
{
    public PostgresServerFactAttribute()
    {
        if (PostgresBinaries.Directory is null)
        {
            Skip = "PostgreSQL's server is not installed here, and the one that LOAPI_TEST_POSTGRES names is not ours to stop.";
        }
    }
}
