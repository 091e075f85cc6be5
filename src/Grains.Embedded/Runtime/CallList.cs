namespace Orleans.Embedded;

/// <summary>Calls in the order of their arrival. Linked through the calls themselves: an idle activation holds no buffer.</summary>
internal struct CallList
{
    private GrainCall? _last;

    public GrainCall? First { get; private set; }

    public int Count { get; private set; }

    public void Append(GrainCall call)
    {
        call.Previous = _last;
        call.Next = null;
        if (_last is null)
        {
            First = call;
        }
        else
        {
            _last.Next = call;
        }

        _last = call;
        Count++;
    }

    public void Remove(GrainCall call)
    {
        if (call.Previous is null)
        {
            First = call.Next;
        }
        else
        {
            call.Previous.Next = call.Next;
        }

        if (call.Next is null)
        {
            _last = call.Previous;
        }
        else
        {
            call.Next.Previous = call.Previous;
        }

        call.Previous = null;
        call.Next = null;
        Count--;
    }
}
