// What Swift sees of libxlsxwriter.
#pragma once
#include <xlsxwriter.h>
