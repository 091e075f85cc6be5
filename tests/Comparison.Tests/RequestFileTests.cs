using System.Text;
using LoApi.Comparison.Loads;

namespace LoApi.Comparison.Tests;

public sealed class RequestFileTests
{
    [Fact]
    public async Task WriteAsync_Requests_PutsTheirLengthBeforeThem()
    {
        var file = Path.GetTempFileName();
        try
        {
            await RequestFile.WriteAsync(file, [Encoding.ASCII.GetBytes("GET /a"), Encoding.ASCII.GetBytes("GET /long")], CancellationToken.None);

            Assert.Equal("6\nGET /a9\nGET /long", await File.ReadAllTextAsync(file));
        }
        finally
        {
            File.Delete(file);
        }
    }
}
