a = $ ? `b`
c ! d
