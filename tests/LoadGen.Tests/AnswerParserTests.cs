using System.Text;
using LoApi.LoadGen.Wire;

namespace LoApi.LoadGen.Tests;

public sealed class AnswerParserTests
{
    private const string ByLength = "HTTP/1.1 201 Created\r\nContent-Length: 5\r\nIdempotent-Replayed: TRUE\r\n\r\nhello";
    private const string Chunked = "HTTP/1.1 201 Created\r\nTransfer-Encoding: chunked\r\nIdempotent-Replayed: true\r\n\r\nA\r\n0123456789\r\n1 ;x\r\n!\r\n0\r\n\r\n";
    private const string AfterAnInterimOne = "HTTP/1.1 103 Early Hints\r\nIdempotent-Replayed: false\r\nConnection: close\r\n\r\n" + ByLength;

    [Theory]
    [InlineData(ByLength)]
    [InlineData(Chunked)]
    [InlineData(AfterAnInterimOne)]
    public void Receive_CutAnywhere_IsOverWithTheLastByte(string answer)
    {
        var parser = new AnswerParser();
        for (var cut = 1; cut < answer.Length; cut++)
        {
            parser.Begin();
            Assert.False(Receive(parser, answer[..cut]));
            Assert.True(Receive(parser, answer[cut..]));

            Assert.Equal(201, parser.Status);
            Assert.True(parser.Replayed);
            Assert.True(parser.ConnectionMayBeKept);
        }
    }

    [Theory]
    [InlineData("HTTP/1.1 204 No Content\r\nContent-Length: 5\r\n\r\n", true)]
    [InlineData("HTTP/1.1 304 Not Modified\r\nTransfer-Encoding: chunked\r\n\r\n", true)]
    [InlineData("HTTP/1.1 200 OK\r\nConnection: keep-alive\r\nContent-Length: 0\r\n\r\n", true)]
    [InlineData("HTTP/1.1 200 OK\r\nconnection: keep-alive, Close\r\nContent-Length: 0\r\n\r\n", false)]
    [InlineData("HTTP/1.0 200 OK\r\nContent-Length: 0\r\n\r\n", false)]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\nmore than asked for", false)]
    public void ConnectionMayBeKept_WholeAnswer_IsAsTheServerSays(string answer, bool kept)
    {
        var parser = new AnswerParser();
        parser.Begin();

        Assert.True(Receive(parser, answer));
        Assert.Equal(kept, parser.ConnectionMayBeKept);
    }

    [Fact]
    public void Receive_BodyWithoutALength_EndsWithTheConnection()
    {
        var parser = new AnswerParser();
        parser.Begin();

        Assert.False(Receive(parser, "HTTP/1.1 200 OK\r\n\r\n" + new string('x', 4_000)));
        for (var part = 0; part < 10; part++)
        {
            Assert.False(Receive(parser, new string('x', 8_000)));
        }

        Assert.True(parser.Receive(0));
        Assert.False(parser.ConnectionMayBeKept);
    }

    [Theory]
    [InlineData("HTTP/1.1 20x OK\r\n\r\n")]
    [InlineData("HTTP/2 200\r\n\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: five\r\n\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip\r\n\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nno field\r\n\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nfive\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nxyz\r\n")]
    public void Receive_NoHttp_Throws(string answer)
    {
        var parser = new AnswerParser();
        parser.Begin();

        var thrown = Assert.Throws<HttpIOException>(() => Receive(parser, answer));
        Assert.Equal(HttpRequestError.InvalidResponse, thrown.HttpRequestError);
    }

    [Fact]
    public void Free_HeadWithoutEnd_Throws()
    {
        var parser = new AnswerParser();
        parser.Begin();
        Receive(parser, new string('x', parser.Free().Length));

        var thrown = Assert.Throws<HttpIOException>(() => parser.Free());
        Assert.Equal(HttpRequestError.InvalidResponse, thrown.HttpRequestError);
    }

    [Theory]
    [InlineData("")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nfour")]
    public void Receive_ClosedTooEarly_Throws(string answer)
    {
        var parser = new AnswerParser();
        parser.Begin();
        if (answer.Length > 0)
        {
            Assert.False(Receive(parser, answer));
        }

        var thrown = Assert.Throws<HttpIOException>(() => parser.Receive(0));
        Assert.Equal(HttpRequestError.ResponseEnded, thrown.HttpRequestError);
    }

    private static bool Receive(AnswerParser parser, string bytes)
    {
        Encoding.Latin1.GetBytes(bytes).CopyTo(parser.Free());
        return parser.Receive(bytes.Length);
    }
}
