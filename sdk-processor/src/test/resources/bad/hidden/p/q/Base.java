package p.q;

public class Base {
    protected record Part(int x) {}
}
