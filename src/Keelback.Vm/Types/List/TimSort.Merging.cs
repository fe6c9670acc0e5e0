namespace Keelback.Vm;

/// <summary>
/// Merging of two neighbouring runs, the shorter of which is moved aside. While one run keeps winning, its winners are
/// found by galloping: in steps that double.
/// </summary>
internal sealed partial class TimSort<TKey, TOrder>
{
    private const int MinGallop = 7;

    private TKey[] _keyBuffer = [];
    private PyValue[] _valueBuffer = [];
    private int _minGallop = MinGallop;

    // Where the merge stands: the next of each run, how many are left of them, and where the next winner goes.
    private int _left;
    private int _leftCount;
    private int _right;
    private int _rightCount;
    private int _target;

    private void Merge(int left, int leftCount, int right, int rightCount)
    {
        // What stands in the right place already, at both ends, takes no part.
        var skipped = GallopRight(_keys[right], _keys, left, leftCount, 0);
        left += skipped;
        leftCount -= skipped;
        if (leftCount == 0)
            return;
        rightCount = GallopLeft(_keys[left + leftCount - 1], _keys, right, rightCount, rightCount - 1);
        if (rightCount == 0)
            return;
        _leftCount = leftCount;
        _rightCount = rightCount;
        if (leftCount <= rightCount)
            MergeUpwards(left, right);
        else
            MergeDownwards(left, right);
    }

    private void MergeUpwards(int left, int right)
    {
        MoveAside(left, _leftCount);
        _left = 0;
        _right = right;
        _target = left;
        try
        {
            TakeRightUpwards(1);
            while (_rightCount > 0 && _leftCount > 1)
            {
                StepUpwards();
                GallopUpwards();
            }

            // The last of the left run is greater than all that is left of the right one.
            if (_leftCount == 1 && _rightCount > 0)
                TakeRightUpwards(_rightCount);
        }
        finally
        {
            TakeLeftUpwards(_leftCount);
        }
    }

    private void StepUpwards()
    {
        var (leftWins, rightWins) = (0, 0);
        while (_rightCount > 0 && _leftCount > 1 && leftWins < _minGallop && rightWins < _minGallop)
        {
            if (_order.IsLess(_keys[_right], _keyBuffer[_left]))
            {
                TakeRightUpwards(1);
                (leftWins, rightWins) = (0, rightWins + 1);
            }
            else
            {
                TakeLeftUpwards(1);
                (leftWins, rightWins) = (leftWins + 1, 0);
            }
        }
    }

    private void GallopUpwards()
    {
        _minGallop++;
        int leftWins, rightWins;
        do
        {
            if (_rightCount == 0 || _leftCount <= 1)
                return;
            _minGallop = Math.Max(1, _minGallop - 1);
            leftWins = GallopRight(_keys[_right], _keyBuffer, _left, _leftCount, 0);
            TakeLeftUpwards(leftWins);
            if (_leftCount <= 1)
                return;
            TakeRightUpwards(1);
            if (_rightCount == 0)
                return;
            rightWins = GallopLeft(_keyBuffer[_left], _keys, _right, _rightCount, 0);
            TakeRightUpwards(rightWins);
            if (_rightCount == 0)
                return;
            TakeLeftUpwards(1);
        }
        while (leftWins >= MinGallop || rightWins >= MinGallop);
        _minGallop++;
    }

    private void MergeDownwards(int left, int right)
    {
        MoveAside(right, _rightCount);
        _left = left + _leftCount;
        _right = _rightCount;
        _target = right + _rightCount;
        try
        {
            TakeLeftDownwards(1);
            while (_leftCount > 0 && _rightCount > 1)
            {
                StepDownwards();
                GallopDownwards();
            }

            if (_rightCount == 1 && _leftCount > 0)
                TakeLeftDownwards(_leftCount);
        }
        finally
        {
            TakeRightDownwards(_rightCount);
        }
    }

    private void StepDownwards()
    {
        var (leftWins, rightWins) = (0, 0);
        while (_leftCount > 0 && _rightCount > 1 && leftWins < _minGallop && rightWins < _minGallop)
        {
            if (_order.IsLess(_keyBuffer[_right - 1], _keys[_left - 1]))
            {
                TakeLeftDownwards(1);
                (leftWins, rightWins) = (leftWins + 1, 0);
            }
            else
            {
                TakeRightDownwards(1);
                (leftWins, rightWins) = (0, rightWins + 1);
            }
        }
    }

    private void GallopDownwards()
    {
        _minGallop++;
        int leftWins, rightWins;
        do
        {
            if (_leftCount == 0 || _rightCount <= 1)
                return;
            _minGallop = Math.Max(1, _minGallop - 1);
            leftWins = _leftCount - GallopRight(_keyBuffer[_right - 1], _keys, _left - _leftCount, _leftCount, _leftCount - 1);
            TakeLeftDownwards(leftWins);
            if (_leftCount == 0)
                return;
            TakeRightDownwards(1);
            if (_rightCount <= 1)
                return;
            rightWins = _rightCount - GallopLeft(_keys[_left - 1], _keyBuffer, _right - _rightCount, _rightCount, _rightCount - 1);
            TakeRightDownwards(rightWins);
            if (_rightCount <= 1)
                return;
            TakeLeftDownwards(1);
        }
        while (leftWins >= MinGallop || rightWins >= MinGallop);
        _minGallop++;
    }

    private void MoveAside(int start, int count)
    {
        if (_keyBuffer.Length < count)
        {
            _keyBuffer = new TKey[count];
            _valueBuffer = _values is null ? [] : new PyValue[count];
        }

        Array.Copy(_keys, start, _keyBuffer, 0, count);
        if (_values is not null)
            Array.Copy(_values, start, _valueBuffer, 0, count);
    }

    private void TakeLeftUpwards(int count)
    {
        Array.Copy(_keyBuffer, _left, _keys, _target, count);
        if (_values is not null)
            Array.Copy(_valueBuffer, _left, _values, _target, count);
        _left += count;
        _leftCount -= count;
        _target += count;
    }

    private void TakeRightUpwards(int count)
    {
        Array.Copy(_keys, _right, _keys, _target, count);
        if (_values is not null)
            Array.Copy(_values, _right, _values, _target, count);
        _right += count;
        _rightCount -= count;
        _target += count;
    }

    private void TakeLeftDownwards(int count)
    {
        _left -= count;
        _leftCount -= count;
        _target -= count;
        Array.Copy(_keys, _left, _keys, _target, count);
        if (_values is not null)
            Array.Copy(_values, _left, _values, _target, count);
    }

    private void TakeRightDownwards(int count)
    {
        _right -= count;
        _rightCount -= count;
        _target -= count;
        Array.Copy(_keyBuffer, _right, _keys, _target, count);
        if (_values is not null)
            Array.Copy(_valueBuffer, _right, _values, _target, count);
    }

    // How many of the items are less than the key.
    private int GallopLeft(TKey key, TKey[] items, int start, int count, int hint) =>
        Gallop<LessThanKey>(key, items, start, count, hint);

    // How many of the items are not greater than the key.
    private int GallopRight(TKey key, TKey[] items, int start, int count, int hint) =>
        Gallop<NotGreaterThanKey>(key, items, start, count, hint);

    // The number of items in front for which the side holds: steps that double from the hint on, then halving.
    private int Gallop<TSide>(TKey key, TKey[] items, int start, int count, int hint)
        where TSide : struct, ISide
    {
        var side = default(TSide);
        int low, high;
        var step = 1;
        if (side.IsBefore(_order, items[start + hint], key))
        {
            low = hint + 1;
            high = low;
            while (high < count && side.IsBefore(_order, items[start + high], key))
            {
                low = high + 1;
                step = step > int.MaxValue / 2 ? int.MaxValue : step * 2;
                high = (int)Math.Min((long)hint + step, count);
            }
        }
        else
        {
            high = hint;
            low = high - 1;
            while (low >= 0 && !side.IsBefore(_order, items[start + low], key))
            {
                high = low;
                step = step > int.MaxValue / 2 ? int.MaxValue : step * 2;
                low = (int)Math.Max((long)hint - step, -1);
            }

            low++;
        }

        while (low < high)
        {
            var middle = low + ((high - low) >> 1);
            if (side.IsBefore(_order, items[start + middle], key))
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }

    private interface ISide
    {
        bool IsBefore(TOrder order, TKey item, TKey key);
    }

    private readonly struct LessThanKey : ISide
    {
        public bool IsBefore(TOrder order, TKey item, TKey key) => order.IsLess(item, key);
    }

    private readonly struct NotGreaterThanKey : ISide
    {
        public bool IsBefore(TOrder order, TKey item, TKey key) => !order.IsLess(key, item);
    }
}
