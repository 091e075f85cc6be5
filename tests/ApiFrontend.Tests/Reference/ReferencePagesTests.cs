using LoApi.ApiFrontend.Reference;

namespace LoApi.ApiFrontend.Tests.Reference;

public sealed class ReferencePagesTests
{
    private static readonly ReferencePage Page = new(new byte[] { 1 }, "\"1\"", Link: null);

    [Fact]
    public void Find_QueryThatWasAnswered_IsItsPage()
    {
        var pages = new ReferencePages();
        pages.Add("?limit=2", Page);

        Assert.Same(Page, pages.Find("?limit=2"));
        Assert.Null(pages.Find("?limit=3"));
    }

    [Fact]
    public void Add_MoreThanItKeeps_BeginsAnew()
    {
        var pages = new ReferencePages();
        for (var i = 0; i <= ReferencePages.MaxPages; i++)
        {
            pages.Add($"?limit={i}", Page);
        }

        Assert.Null(pages.Find("?limit=0"));
        Assert.Same(Page, pages.Find($"?limit={ReferencePages.MaxPages}"));
    }
}
