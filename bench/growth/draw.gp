# Two pictures for docs/operations.md, from the tables that bench/growth/draw has made.
set terminal svg size 780,380 font 'Noto Sans,14' background '#ffffff'
set border 3 lc rgb '#4a525c'
set tics nomirror
set grid y lc rgb '#dfe3e8'
set rmargin 8
set logscale x
set key left top

set output 'docs/pictures/growth-clients.svg'
set title 'Bookings over HTTP, on SQLite'
set xlabel 'phones asking at once'
set ylabel 'bookings a second'
set y2label 'p99, ms'
set y2tics
set yrange [0:*]
set y2range [0:*]
set xtics (1, 2, 4, 8, 16, 32, 64, 128, 256)
plot clients using 1:2 with linespoints lw 3 pt 7 lc rgb '#0b5cad' title 'a second', \
     clients using 1:3 axes x1y2 with linespoints lw 2 dt 2 pt 6 lc rgb '#8a5a00' title 'p99, ms'

set output 'docs/pictures/growth-records.svg'
set title 'Lists and searches of registered problems, on SQLite'
set xlabel 'registered problems'
set ylabel 'p99, ms'
unset y2tics
unset y2label
set xtics ('10,000' 10000, '100,000' 100000, '1,000,000' 1000000)
set key left top
names = '"a page of the list" "a search for words" "the wall" "the slowest of all"'
colours = "#0b5cad #1d7a46 #8a5a00 #4a525c"
plot for [i=2:5] records using 1:i with linespoints lw 3 pt 7 lc rgb word(colours, i - 1) title word(names, i - 1)
