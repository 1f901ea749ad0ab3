package p;

class SquaresTasks {}
